"""Before the work: welcome, login and the locked screen."""
