"""The reading room: a store as pages that a browser reads, made on the server."""
