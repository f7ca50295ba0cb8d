"""From a bare machine to one that runs: environment, system libraries, faces."""
