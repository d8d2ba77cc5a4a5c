"""The standard in ctypes: types, prototypes, loading a module, one call."""
