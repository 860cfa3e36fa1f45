"""Templates of courses: written and kept by the shelter, begun from by a plan, made of one."""
