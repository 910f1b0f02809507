"""The desk file: durable, recoverable, one writer."""
