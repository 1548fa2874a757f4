package org.candela.app;

import org.candela.cli.RoomCommand;
import org.candela.readiness.room.LineMicrophone;
import org.candela.readiness.room.Microphone;
import org.candela.readiness.room.SoundException;
import org.candela.readiness.room.Thermometers;

/** Microphone and sensors of this machine. */
final class MachineSenses implements RoomCommand.Senses {
    @Override
    public Microphone microphone(String name) throws SoundException {
        return LineMicrophone.open(name);
    }

    @Override
    public Thermometers thermometers() {
        return Thermometers.OF_THIS_MACHINE;
    }
}
