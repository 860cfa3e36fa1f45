"""The network map's geometry."""
