package millrace.app.editor;

import millrace.app.text.Texts;

/** Why no wire can lead from one port to another. */
public sealed interface Refusal {
    /** The wires would go round in a circle. */
    record Cycle() implements Refusal {}

    /** The input takes one wire, and has it. */
    record Taken() implements Refusal {}

    /** Changes of a table come to an input that takes plain events. */
    record CarriesOther() implements Refusal {}

    /** Two outputs, or two inputs. */
    record SameSide(boolean output) implements Refusal {}

    record SameNode() implements Refusal {}

    record AlreadyWired() implements Refusal {}

    /** What ports the node has can't be known. */
    record UnknownType(String type) implements Refusal {}

    /** The node, or a port of that name, isn't there (any more). */
    record NoPort(String port) implements Refusal {}

    /** One short sentence, to be read beside the pointer. */
    default String sentence() {
        return switch (this) {
            case Cycle c -> Texts.of("editor.refused-cycle");
            case Taken t -> Texts.of("editor.refused-taken");
            case CarriesOther c -> Texts.of("editor.refused-changes");
            case SameSide s -> Texts.of(s.output() ? "editor.refused-outputs" : "editor.refused-inputs");
            case SameNode s -> Texts.of("editor.refused-same-node");
            case AlreadyWired a -> Texts.of("editor.refused-wired");
            case UnknownType u -> Texts.of("editor.refused-unknown", u.type());
            case NoPort n -> Texts.of("editor.refused-no-port", n.port());
        };
    }
}
