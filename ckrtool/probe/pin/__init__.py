"""The PIN on our side: where it comes from, the mark that a failed login leaves, and its blanking in everything that is told."""
