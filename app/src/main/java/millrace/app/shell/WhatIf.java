package millrace.app.shell;

import java.util.Optional;

/**
 * Something that could be let happen at the playhead.
 *
 * @param group whom it is done to, where a node has several such: "kitchen"; empty = the thing itself
 * @param refused why it can't be, if it can't
 */
record WhatIf(String group, String name, Optional<String> refused, Runnable doing) {
    /** As it is found in the command palette. */
    Action action() {
        Action action = Action.of("what-if " + name, name, "what-if", "", doing).because(refused.orElse(""));
        action.possible().set(refused.isEmpty());
        return action;
    }
}
