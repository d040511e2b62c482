package millrace.operator;

import java.util.List;
import java.util.regex.Pattern;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of each part of a text, with all other fields as they are and the event time of the whole. Blanks around a part
 * do not count, and parts of nothing else are none. Of an update the parts go and come one by one.
 *
 * @param in type of the input
 * @param out type of the output: the input's schema with the part's field added or replaced
 * @param field of the input that is split
 * @param part the field of the output that gets a part
 * @param separator what stands between two parts
 */
public record Flatten(StreamType in, StreamType out, int field, int part, String separator) implements Operator {
    @Override
    public Processor start() {
        Pattern between = Pattern.compile(Pattern.quote(separator));
        return new Stateless() {
            @Override
            public void onEvent(Context context, Event event, int port) {
                Object text = event.value(field);
                List<String> parts = text == null ? List.of()
                        : between.splitAsStream(text.toString()).map(String::strip).filter(p -> !p.isEmpty()).toList();
                if (parts.isEmpty() && context.watched()) context.note(new TableNote.NoPart(event));
                for (String one : parts) {
                    Event child = child(context, event, one);
                    context.derived(child, event);
                    context.send(0, child);
                }
            }
        };
    }

    private Event child(Context context, Event event, String text) {
        Schema schema = out.schema();
        long[] nums = schema.newNums();
        @Nullable
        Object[] refs = schema.newRefs();
        if (schema.panes()) {
            Pane of = Pane.of(event);
            Pane.write(nums, of.start(), of.end(), of.timing(), of.index(), of.last(), of.retraction());
        }
        if (schema.changelog())
            (ChangeKind.of(event).adds() ? ChangeKind.INSERT : ChangeKind.DELETE).write(nums);
        for (int i = 0; i < event.schema.fields().size(); i++)
            if (i != part) Changes.copy(event, i, schema, i, nums, refs);
        refs[schema.slot(part)] = text;
        return context.event(event.time, schema, nums, refs);
    }
}
