package io.github.paradigmreporting.simulator;

/** Shape of the tools report, whose reference is not public: both are guesses. */
public enum ToolsShape {
    /** {@code "tools": [{"tool_name": "web_search", "usage_count": 3}]}, by analogy with documents; the default. */
    LIST,
    /** {@code "tools": [{"tool": {"id": 2, "name": "web_search", "type": "native"}, "usage_count": 3}]}. */
    NESTED
}
