"""Snapshots of cases into files for people and programs."""
