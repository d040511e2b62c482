package millrace.app.tool;

/** The canvas follows the pointer. */
public record Panning(Pointer last) implements Tool {
    @Override
    public Turn drag(Pointer p, Hand hand) {
        return Turn.to(new Panning(p), new Effect.Pan(p.screen().x() - last.screen().x(),
                p.screen().y() - last.screen().y()));
    }

    @Override
    public Turn release(Pointer p, Hand hand) {
        return Turn.to(Idle.START);
    }
}
