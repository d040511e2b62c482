package millrace.catalog;

import java.util.List;
import millrace.design.Value;
import millrace.operator.Accumulation;
import millrace.operator.Closing;
import millrace.operator.OnTime;
import millrace.operator.TimeDomain;
import millrace.operator.TriggerSpec;
import millrace.operator.WindowSpec;

/** Windows by number of events. */
final class CountWindow extends WindowType {
    private static final long MOST = 1_000_000;

    CountWindow() {
        super("count-window", "Count", "Every n events", aggregates(new Form()
                .whole("size", "Events", "How many events each window holds.", 1, MOST, 3)
                .add("slide", "Every", "A window ends every so many events; left out, as many as it holds.",
                        new Setting.Kind.Whole(1, MOST), Form.NONE)));
    }

    @Override
    public String icon() {
        return "M4 5V15 M7.5 5V15 M11 5V15 M14.5 5V15 M2.5 13L16.5 7";
    }

    @Override
    public String help() {
        return "Answers for every n events of a key, whenever they happened. Neither watermark nor clock plays a part. "
                + "Common mistake: to expect the rest soon. Fewer than n events are answered for only as the input "
                + "ends, and a slow key may wait for ever.";
    }

    @Override
    public List<String> patterns() {
        return List.of("nothing yet", "Every {0} events", "Last {0} every {1}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String what = Aggregates.words(settings, "aggregates", List.of("count"));
        return what.isBlank() ? Phrase.of("nothing yet") : Phrase.plain(what);
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        String slide = shown(settings, "slide");
        return slide.isEmpty() ? Phrase.of("Every {0} events", shown(settings, "size"))
                : Phrase.of("Last {0} every {1}", shown(settings, "size"), slide);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("size", Value.of(3))
                .withAt("aggregates", Value.of(List.of(Value.of("count"))));
    }

    @Override
    WindowSpec window(Reader reader) {
        long size = reader.whole("size");
        long slide = reader.given("slide").isPresent() ? reader.whole("slide") : size;
        return new WindowSpec.Count(size, slide);
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        WindowSpec window = window(reader);
        return bound(binding, window, TimeDomain.EVENT, TriggerSpec.standard(), OnTime.ALWAYS,
                Accumulation.ACCUMULATING, 0, Closing.IF_NEW,
                Aggregates.read(reader, "aggregates", binding.inputs().getFirst()));
    }
}
