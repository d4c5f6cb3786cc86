"""One plain function per thing a facilitator does, one file per noun."""
