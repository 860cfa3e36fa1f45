"""What the computer offers: clipboard, files, long work, one window, a fresh process."""
