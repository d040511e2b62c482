package millrace.catalog;

import millrace.design.Value;
import millrace.operator.SinkSpec;

/** A table of what came out. */
final class Results extends SinkType {
    Results() {
        super("results", "Results", "A table on the screen", new Form());
    }

    @Override
    public String icon() {
        return "M10 3V11.5 M6.75 8.5L10 11.75L13.25 8.5 M3.5 11.5V16.5H16.5V11.5";
    }

    @Override
    public String help() {
        return "Keeps every row that reaches it, in the order of arrival: nothing is overwritten. Common mistake: to add "
                + "the rows up. Panes of one window that accumulate contain each other: 3, then 7, means 7, not 10.";
    }

    @Override
    public String summary(Value.Group settings) {
        return "append";
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY;
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        return sink(new SinkSpec.Results());
    }
}
