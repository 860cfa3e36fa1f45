"""How a thing of the case is called and drawn, wherever it is shown."""
