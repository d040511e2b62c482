package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.design.Node;
import millrace.design.Value;

/** A kind of node: one file each. Palette, inspector, file format, checks and help follow from it. */
public interface NodeType {
    /** What stands in the help before the second part of it. */
    String MISTAKE = "Common mistake: ";

    /** As in design files: "tumbling". */
    String id();

    /** As in the palette: "Tumbling window". */
    String title();

    /** One line for the palette. */
    String line();

    Group group();

    /** What its nodes keep: what others of its group do, if it does not say otherwise. */
    default State state() {
        return group().state();
    }

    /** The icon as an SVG path on a 20x20 grid, drawn as a stroke of 1.6 with round caps and joins. */
    String icon();

    /** What it does and the common mistake, a few sentences. */
    String help();

    /** The part of the help that says what it does. */
    default String what() {
        return help().substring(0, Math.max(0, help().indexOf(MISTAKE))).strip();
    }

    /** The part of the help that says what people get wrong; a sentence of its own. */
    default String mistake() {
        String mistake = help().substring(help().indexOf(MISTAKE) + MISTAKE.length()).strip();
        return mistake.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + mistake.substring(1);
    }

    List<Setting> form();

    List<PortSpec> inputs(Value.Group settings);

    List<PortSpec> outputs(Value.Group settings);

    /** The main setting in words, for the second line of a node: "sum of value, by event time". */
    Phrase summary(Value.Group settings);

    /** The name of a new node of this type, and its title while it has no other: "Tumbling 2 min". */
    Phrase suggestedName(Value.Group settings);

    /** All that its summary and its suggested name are put into: who translates them needs to know them beforehand. */
    List<String> patterns();

    /** The settings of a new node. */
    Value.Group initial();

    /** Checks the settings against the inputs; empty if an error was told to the binding. Finds every problem at once. */
    Optional<Binding.Bound> bind(Node node, Binding binding);
}
