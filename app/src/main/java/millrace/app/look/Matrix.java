package millrace.app.look;

import javafx.scene.transform.Transform;

/** How coordinates become those of a picture: x' = xx x + xy y + tx, y' = yx x + yy y + ty. */
public record Matrix(double xx, double yx, double xy, double yy, double tx, double ty) {
    public static final Matrix NONE = new Matrix(1, 0, 0, 1, 0, 0);

    public static Matrix of(Transform t) {
        return new Matrix(t.getMxx(), t.getMyx(), t.getMxy(), t.getMyy(), t.getTx(), t.getTy());
    }

    public double x(double x, double y) {
        return xx * x + xy * y + tx;
    }

    public double y(double x, double y) {
        return yx * x + yy * y + ty;
    }

    /** First this, then the other. */
    public Matrix then(Matrix o) {
        return new Matrix(o.xx * xx + o.xy * yx, o.yx * xx + o.yy * yx, o.xx * xy + o.xy * yy, o.yx * xy + o.yy * yy,
                o.x(tx, ty), o.y(tx, ty));
    }
}
