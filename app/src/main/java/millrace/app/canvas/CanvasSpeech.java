package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import millrace.app.editor.Selection;
import millrace.app.text.Texts;
import millrace.catalog.NodeType;
import millrace.design.Wire;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Status;

/** What a screen reader says of the canvas: the node or wire that is selected, else how much there is. */
record CanvasSpeech(Layout layout, Map<String, String> problems, Labels labels, Optional<Moment> moment) {
    String of(Selection selection) {
        int count = selection.nodes().size() + selection.wires().size() + selection.notes().size();
        if (count > 1) return Texts.counted("canvas.selected", count);
        if (!selection.nodes().isEmpty()) return layout.shape(selection.nodes().getFirst()).map(this::node).orElse("");
        if (!selection.wires().isEmpty()) return wire(selection.wires().getFirst());
        if (!selection.notes().isEmpty()) return note(selection.notes().getFirst());
        return Texts.of("canvas.whole", String.valueOf(layout.design().nodes().size()),
                String.valueOf(layout.design().wires().size()));
    }

    private String node(Shape shape) {
        List<String> said = new ArrayList<>();
        said.add(shape.node().name());
        said.add(shape.type().map(NodeType::title).orElse(Texts.of("canvas.unknown", shape.node().type())));
        said.add(Sizes.summary(shape.node(), shape.type()));
        said.add(joined("canvas.from", layout.wires().into(shape.id()).stream().map(w -> w.from().node()).toList()));
        said.add(joined("canvas.to", layout.wires().outOf(shape.id()).stream().map(w -> w.to().node()).toList()));
        Optional.ofNullable(problems.get(shape.id())).ifPresent(p -> said.add(Texts.of("canvas.problem", p)));
        moment.map(m -> m.status(shape.id())).filter(s -> !s.isUp()).ifPresent(s -> said.add(state(s)));
        moment.flatMap(m -> m.node(shape.id())).ifPresent(m -> said.add(figures(m)));
        return said.stream().filter(s -> !s.isBlank()).distinct().collect(Collectors.joining(". "));
    }

    private static String state(Status status) {
        return Texts.of(status.health() == Status.Health.CRASHED ? "canvas.crashed" : "canvas.stopped");
    }

    private String joined(String text, List<String> nodes) {
        if (nodes.isEmpty()) return "";
        return Texts.of(text, nodes.stream().distinct().map(this::name).collect(Collectors.joining(", ")));
    }

    private String name(String id) {
        return layout.shape(id).map(s -> s.node().name()).orElse(id);
    }

    private String figures(NodeMoment m) {
        String now = switch (m) {
            case NodeMoment.Source s -> Texts.of("canvas.sent", SourceBody.sent(s));
            case NodeMoment.Transform t -> Texts.of("canvas.received", String.valueOf(t.received()));
            case NodeMoment.Window w -> Texts.counted("canvas.windows", w.windows().size());
            case NodeMoment.Sink s -> Texts.counted("canvas.results", s.count());
        };
        return now + ". " + Texts.of("canvas.watermark", labels.watermark(m.watermark()));
    }

    private String wire(String id) {
        Wire wire = layout.wires().all().get(id);
        if (wire == null) return "";
        return Texts.of("canvas.wire", name(wire.from().node()), wire.from().port(), name(wire.to().node()),
                wire.to().port());
    }

    /** The port of a node, by its place among all of them. */
    String port(String node, int place) {
        List<Shape.Port> ports = layout.shape(node).map(Shape::ports).orElse(List.of());
        if (place >= ports.size()) return "";
        Shape.Port port = ports.get(place);
        List<String> joined = port.output()
                ? layout.wires()
                        .outOf(node)
                        .stream()
                        .filter(w -> w.from().equals(port.ref()))
                        .map(w -> w.to().node())
                        .toList()
                : layout.wires()
                        .into(node)
                        .stream()
                        .filter(w -> w.to().equals(port.ref()))
                        .map(w -> w.from().node())
                        .toList();
        String side = port.output() ? "canvas.output" : "canvas.input";
        String name = Texts.of(side, port.ref().port(), name(node));
        return name + ". " + (joined.isEmpty() ? Texts.of("canvas.no-wire")
                : joined(port.output() ? "canvas.to" : "canvas.from", joined));
    }

    private String note(String id) {
        return layout.design()
                .notes()
                .stream()
                .filter(n -> n.id().equals(id))
                .findFirst()
                .map(n -> Texts.of("canvas.note-says", n.text()))
                .orElse("");
    }
}
