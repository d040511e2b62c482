package millrace.app.editor;

import java.util.function.UnaryOperator;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Point;
import millrace.design.Value;

/** Adding, naming, colouring and sizing frames; they are moved and removed as everything else is. */
sealed interface FrameEdits permits Edits {
    default Transaction addFrame(String title, Point at, double width, double height) {
        return Transaction.of(Words.of("add-frame"), state -> {
            String id = Changes.freshFrame(state.design());
            Frame frame = new Frame(id, title, Frame.USUAL_COLOUR, at, width, height, Value.Group.EMPTY);
            return new EditorState(Changes.add(state.design(), frame), Selection.frame(id));
        });
    }

    default Transaction renameFrame(String id, String title) {
        return change("rename", id, frame -> frame.titled(title));
    }

    default Transaction colourFrame(String id, String colour) {
        return change("colour-frame", id, frame -> frame.coloured(colour));
    }

    /** What is said of those in the frame. */
    default Transaction noteFrame(String id, String text) {
        return change("note-frame", id, frame -> frame.noted(text)).merging("frame " + id);
    }

    default Transaction sizeFrame(String id, Point corner, double width, double height) {
        return change("size-frame", id, frame -> frame.sized(Changes.moved(corner, 0, 0), Changes.hundredths(width),
                Changes.hundredths(height)));
    }

    private static Transaction change(String name, String id, UnaryOperator<Frame> change) {
        return Transaction.design(d -> Words.of(name, Words.frame(d, id)), design -> changed(design, id, change));
    }

    private static Design changed(Design design, String id, UnaryOperator<Frame> change) {
        return design
                .withFrames(design.frames().stream().map(f -> f.id().equals(id) ? change.apply(f) : f).toList());
    }
}
