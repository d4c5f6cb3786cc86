"""Sign-ins in the settings: who may open the centre, who may do what, when it locks by itself."""
