package org.candela.net.dimse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.UID;
import org.candela.dicom.VR;

/** Each service that we are user of: what is negotiated for it, and what is asked. The same every time. */
enum Talk {
    ECHO {
        @Override
        Contexts contexts() {
            return Contexts.verification();
        }

        @Override
        void use(Association association, Path folder) throws CandelaException {
            new ServiceUser(association).echo(new Cancellation());
        }
    },
    FIND {
        @Override
        Contexts contexts() {
            return Contexts.queries().relational().as("reader", "secret");
        }

        @Override
        void use(Association association, Path folder) throws CandelaException {
            ServiceUser user = new ServiceUser(association);
            user.isRelational(ServiceUser.Model.STUDY_ROOT);
            user.find(ServiceUser.Model.STUDY_ROOT, study(), match -> {}, new Cancellation());
        }
    },
    GET {
        @Override
        Contexts contexts() {
            return Contexts.gets(List.of(UID.SecondaryCaptureImageStorage), StorageClasses.syntaxes());
        }

        @Override
        void use(Association association, Path folder) throws CandelaException {
            new ServiceUser(association)
                    .get(study(), new Inbox(folder, 1 << 16, stored -> {}), counts -> {}, new Cancellation());
        }
    },
    MOVE {
        @Override
        Contexts contexts() {
            return Contexts.moves();
        }

        @Override
        void use(Association association, Path folder) throws CandelaException {
            new ServiceUser(association).move(study(), "CANDELA", counts -> {}, new Cancellation());
        }
    },
    STORE {
        @Override
        Contexts contexts() {
            return Contexts.stores(
                    Map.of(UID.SecondaryCaptureImageStorage.value(), Set.of(Contexts.UNCOMPRESSED.get(0))));
        }

        @Override
        void use(Association association, Path folder) throws CandelaException {
            Exchange exchange = new Exchange(association);
            CommandSet request = exchange.request(CommandSet.C_STORE)
                    .text(CommandSet.AFFECTED_CLASS, UID.SecondaryCaptureImageStorage.value())
                    .text(CommandSet.AFFECTED_INSTANCE, "2.25.100")
                    .number(CommandSet.PRIORITY, 0);
            exchange.send(
                    exchange.context(UID.SecondaryCaptureImageStorage.value()), request, object(), new Cancellation());
            exchange.succeed(exchange.answer(request, () -> false).command());
        }
    },
    WORKITEM {
        @Override
        Contexts contexts() {
            return Contexts.normalized();
        }

        @Override
        void use(Association association, Path folder) throws CandelaException {
            Workitems workitems = new Workitems(association);
            workitems.claim(INSTANCE, TRANSACTION, new Cancellation());
            workitems.read(INSTANCE, List.of(), new Cancellation());
            workitems.update(INSTANCE, TRANSACTION, new Attributes(), new Cancellation());
        }
    },
    COMMITMENT {
        @Override
        Contexts contexts() {
            return Contexts.normalized();
        }

        @Override
        void use(Association association, Path folder) throws CandelaException {
            StorageCommitment.request(
                    association,
                    TRANSACTION,
                    List.of(new StorageCommitment.Instance(UID.SecondaryCaptureImageStorage, INSTANCE)),
                    new Cancellation());
            new NormalizedUser(association).awaitEvent(new Cancellation()).ifPresent(StorageCommitment::result);
        }
    };

    static final Uid INSTANCE = new Uid("2.25.100");
    static final Uid TRANSACTION = new Uid("2.25.77");

    abstract Contexts contexts();

    /** With what a recorded conversation about it begins. */
    byte mark() {
        return (byte) name().charAt(0);
    }

    static Talk of(byte mark) {
        return Arrays.stream(values())
                .filter(talk -> talk.mark() == mark)
                .findFirst()
                .orElseThrow();
    }

    /** All of it on one association. */
    abstract void use(Association association, Path folder) throws CandelaException;

    static Attributes study() {
        return new Attributes()
                .set(Tag.QueryRetrieveLevel, VR.CS, "STUDY")
                .set(Tag.PatientID, VR.LO)
                .set(Tag.StudyInstanceUID, VR.UI, "2.25.1");
    }

    static Attributes object() {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, "2.25.100")
                .set(Tag.StudyDate, VR.DA, "20260101")
                .set(Tag.Modality, VR.CS, "OT")
                .set(Tag.PatientName, VR.PN, "Test")
                .set(Tag.PatientID, VR.LO, "P1")
                .set(Tag.StudyInstanceUID, VR.UI, "2.25.1")
                .set(Tag.SeriesInstanceUID, VR.UI, "2.25.2")
                .setBytes(Tag.PixelData, VR.OW, new byte[600]);
    }
}
