package millrace.cases;

import tools.jackson.databind.JsonNode;

/**
 * One run of a case, taken apart: what is asked, without any result, and what is said to come out. An adapter makes the design
 * of the first alone.
 */
record Question(String name, JsonNode asked, JsonNode answer) {}
