package org.candela.study;

import org.candela.base.Uid;

/** Looks at large images while they come. Called on the retrieving thread, which waits: be quick. */
public interface ArrivalListener {
    /** Does not look. */
    ArrivalListener NONE = new ArrivalListener() {
        @Override
        public void coming(ArrivingFrame frame) {
            // nobody looks
        }

        @Override
        public void whole(Uid instance) {
            // nobody looks
        }

        @Override
        public void broken(Uid instance) {
            // nobody looks
        }
    };

    /** More of an image is here than before. */
    void coming(ArrivingFrame frame);

    /** All bytes of an image that was coming are here. */
    void whole(Uid instance);

    /** An image that was coming will not come whole. */
    void broken(Uid instance);
}
