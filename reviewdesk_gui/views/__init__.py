"""What the owner sees; layout apart from behaviour."""
