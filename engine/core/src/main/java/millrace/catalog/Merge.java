package millrace.catalog;

import java.util.List;
import millrace.design.Value;
import millrace.operator.PassThrough;
import millrace.operator.Work;

/** Makes one stream of several. */
final class Merge extends BaseType {
    Merge() {
        super("merge", "Merge", "Several streams as one", Group.TRANSFORMS, new Form());
    }

    @Override
    public String icon() {
        return "M2.5 4.5H4.5C9 4.5 8 10 12.5 10H17.5 M2.5 15.5H4.5C9 15.5 8 10 12.5 10 M14.5 7L17.5 10L14.5 13";
    }

    @Override
    public String help() {
        return "Passes on what comes from several wires as one stream; all must carry the same fields. Its watermark is "
                + "the smallest of theirs. Common mistake: to forget a quiet input. As long as one input says nothing and "
                + "is not idle, the watermark stays, and no window behind it fires.";
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(SAME_OUT);
    }

    @Override
    public List<String> patterns() {
        return List.of("as they come");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        return Phrase.of("as they come");
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY;
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        return new Binding.Bound(new Work.Transform(new PassThrough(binding.inputs().getFirst())), binding.inputs());
    }
}
