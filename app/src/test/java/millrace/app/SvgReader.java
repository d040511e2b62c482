package millrace.app;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;
import millrace.app.look.Type;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Draws as much of SVG as the program writes, from the document alone. */
final class SvgReader {
    private final Element root;

    private SvgReader(Element root) {
        this.root = root;
    }

    static WritableImage draw(Element root) {
        int width = Integer.parseInt(root.getAttribute("width"));
        int height = Integer.parseInt(root.getAttribute("height"));
        Group all = new Group();
        new SvgReader(root).children(root, all);
        SnapshotParameters part = new SnapshotParameters();
        part.setViewport(new Rectangle2D(0, 0, width, height));
        part.setFill(Color.TRANSPARENT);
        return all.snapshot(part, new WritableImage(width, height));
    }

    private void children(Element parent, Group to) {
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++)
            if (nodes.item(i) instanceof Element e) one(e, to);
    }

    private void one(Element e, Group to) {
        switch (e.getTagName()) {
            case "path" -> to.getChildren().add(transformed(painted(path(e), e), e));
            case "text" -> to.getChildren().add(transformed(painted(text(e), e), e));
            case "use" -> to.getChildren().add(transformed(picture(e), e));
            case "g" -> {
                Group group = new Group();
                Element clip = byId(e.getAttribute("clip-path"));
                Element outline = (Element) clip.getElementsByTagName("path").item(0);
                group.setClip(transformed(path(outline), outline));
                children(e, group);
                to.getChildren().add(group);
            }
            case "title", "defs" -> {
            }
            default -> throw new AssertionError("an element that is not known: " + e.getTagName());
        }
    }

    private static SVGPath path(Element e) {
        SVGPath path = new SVGPath();
        path.setContent(e.getAttribute("d"));
        return path;
    }

    private static Text text(Element e) {
        double size = Double.parseDouble(e.getAttribute("font-size"));
        int weight = Integer.parseInt(e.getAttribute("font-weight"));
        Font font = e.getAttribute("font-family").contains("JetBrains") ? Type.figures(size, weight)
                : Type.words(size, weight);
        Text text = new Text(e.getTextContent());
        text.setFont(font);
        double width = text.getLayoutBounds().getWidth();
        double shift = switch (e.getAttribute("text-anchor")) {
            case "middle" -> width / 2;
            case "end" -> width;
            default -> 0;
        };
        text.setX(Double.parseDouble(e.getAttribute("x")) - shift);
        text.setY(Double.parseDouble(e.getAttribute("y")));
        return text;
    }

    private <S extends Shape> S painted(S shape, Element e) {
        shape.setFill(e.getAttribute("fill").equals("none") ? null : paint(e, "fill"));
        if (e.hasAttribute("stroke")) {
            shape.setStroke(paint(e, "stroke"));
            shape.setStrokeWidth(Double.parseDouble(e.getAttribute("stroke-width")));
            shape.setStrokeLineCap(StrokeLineCap.valueOf(e.getAttribute("stroke-linecap").toUpperCase(Locale.ROOT)));
            shape.setStrokeLineJoin(StrokeLineJoin.valueOf(e.getAttribute("stroke-linejoin").toUpperCase(Locale.ROOT)));
            if (e.hasAttribute("stroke-dasharray"))
                shape.getStrokeDashArray()
                        .setAll(numbers(e.getAttribute(
                                "stroke-dasharray")));
        }
        return shape;
    }

    private Paint paint(Element e, String name) {
        String opacity = e.getAttribute(name + "-opacity");
        double alpha = opacity.isEmpty() ? 1 : Double.parseDouble(opacity);
        String value = e.getAttribute(name);
        if (!value.startsWith("url(")) return Color.web(value, alpha);
        Element pattern = byId(value);
        double size = Double.parseDouble(pattern.getAttribute("width"));
        return new ImagePattern(image((Element) pattern.getElementsByTagName("image").item(0)), 0, 0, size, size,
                false);
    }

    private Node picture(Element e) {
        ImageView view = new ImageView(image(byId(e.getAttribute("href"))));
        view.setFitWidth(1);
        view.setFitHeight(1);
        return view;
    }

    private static Image image(Element e) {
        String address = e.getAttribute("href");
        byte[] png = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
        return new Image(new java.io.ByteArrayInputStream(png));
    }

    private Element byId(String reference) {
        String id = reference.replaceAll("url\\(#|\\)|^#", "");
        for (String tag : List.of("clipPath", "pattern", "image")) {
            NodeList found = root.getElementsByTagName(tag);
            for (int i = 0; i < found.getLength(); i++)
                if (((Element) found.item(i)).getAttribute("id").equals(id)) return (Element) found.item(i);
        }
        throw new AssertionError("there is no " + reference);
    }

    private static <N extends Node> N transformed(N node, Element e) {
        String written = e.getAttribute("transform");
        if (written.isEmpty()) return node;
        List<Double> n = numbers(written.substring(written.indexOf('(') + 1, written.indexOf(')')));
        node.getTransforms()
                .add(n.size() == 2 ? new Affine(1, 0, n.get(0), 0, 1, n.get(1))
                        : new Affine(n.get(0), n.get(2), n.get(4), n.get(1), n.get(3), n.get(5)));
        return node;
    }

    private static List<Double> numbers(String written) {
        List<Double> numbers = new ArrayList<>();
        for (String number : written.split(" "))
            numbers.add(Double.valueOf(number));
        return numbers;
    }
}
