"""Many articles read at once: in this process, in several of this machine, or on a cluster; always the same readings."""
