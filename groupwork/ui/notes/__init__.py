"""Notes on screen: the editor, what is signed, lists of notes."""
