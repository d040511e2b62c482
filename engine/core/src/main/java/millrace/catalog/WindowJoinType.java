package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.catalog.Setting.Kind;
import millrace.design.Durations;
import millrace.design.Value;
import millrace.event.Schema;
import millrace.operator.JoinShape;
import millrace.operator.JoinType;
import millrace.operator.WindowJoin;
import millrace.operator.WindowSpec;
import millrace.operator.Work;

/** Pairs events of two streams that lie in the same window. */
final class WindowJoinType extends StreamJoinType {
    WindowJoinType() {
        super("window-join", "Window join", "Pairs in one window", settings());
    }

    private static Form settings() {
        Form form = JoinFields.keys(new Form(), "left", "right")
                .duration("size", "Size", "How long each window is.", 1)
                .add("slide", "Slide", "How much later the next one begins; none: one after another.",
                        new Kind.Duration(1, Durations.MAX), Form.NONE)
                .duration("offset", "Offset", "How much later than the full hour windows begin.", Long.MIN_VALUE,
                        "0 s")
                .choice("type", "Type", "Which events leave though they found no partner.", "inner:Inner", "left:Left",
                        "right:Right", "full:Full");
        return JoinFields.names(form, "left", "right");
    }

    @Override
    public String icon() {
        return "M5 3.5H15V16.5H5Z M2.5 7.5H10 M10 12.5H17.5 M10 7.5V12.5";
    }

    @Override
    public String help() {
        return "Cuts time into windows and pairs all events of one window that have the same key, when the watermark passes "
                + "its end. With a slide the windows overlap, and a pair leaves once for each that holds both. Common "
                + "mistake: to expect neighbours to meet. Events a second apart do not pair if a window ends between "
                + "them; take an interval join for that.";
    }

    @Override
    public List<String> patterns() {
        return List.of("{0}, {1}", "{0} every {1}", "Window join {0}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String slide = duration(settings, "slide");
        Phrase each = Phrase.of("{0}, {1}", shown(settings, "type"), duration(settings, "size"));
        return slide.isBlank() ? each : Phrase.with("{0} every {1}", each, Phrase.plain(slide));
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.of("Window join {0}", duration(settings, "size"));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("leftKey", Value.of("key"))
                .withAt("rightKey", Value.of("key"))
                .withAt("size", Value.of("2 min"));
    }

    private static WindowSpec window(Reader reader) {
        long size = reader.duration("size");
        long offset = reader.duration("offset");
        if (reader.given("slide").isEmpty()) return new WindowSpec.Tumbling(size, offset);
        long slide = reader.duration("slide");
        WindowType.limitCopies(reader, "slide", size, slide);
        return new WindowSpec.Sliding(size, slide, offset);
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        WindowSpec window = window(reader);
        JoinType type = IntervalType.type(reader);
        JoinFields.noChanges(reader, binding, "left", "right");
        Optional<JoinShape> shape = JoinFields.read(reader, binding, "left", "right")
                .map(f -> f.own(Schema.WINDOW_START).own(Schema.WINDOW_END).both(false).panes());
        if (shape.isEmpty()) return IntervalType.unjoined(reader, binding);
        WindowJoin join = new WindowJoin(shape.get(), type, window, binding.dialect(), binding.batch());
        return new Binding.Bound(new Work.Transform(join), List.of(shape.get().out(), shape.get().out()));
    }
}
