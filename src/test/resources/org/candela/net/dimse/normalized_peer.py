"""A peer for normalized services on odil, an independent DICOM library: UPS, MPPS retrieval, storage commitment.

    normalized_peer.py serve [--events PORT] [--commit same|later] PORT...
        serves one association on each port in turn; events go to an association that it opens to CANDELA at --events
    normalized_peer.py report PORT
        reports to CANDELA as provider, by role selection, that a performed step goes on, and tells what was answered
    normalized_peer.py commit PORT
        asks CANDELA to commit storage, as a user would, and tells the status
    normalized_peer.py echo KIND PORT
        names a user by KIND (username, password, kerberos, saml) and echoes

Messages and associations are odil's; what is answered follows PS3.4 CC.2, F.8 and J.3. Each line it prints is an event.
"""

import argparse
import sys
import threading

import odil
from odil import registry

PUSH = "1.2.840.10008.5.1.4.34.6.1"
WATCH = "1.2.840.10008.5.1.4.34.6.2"
PULL = "1.2.840.10008.5.1.4.34.6.3"
EVENT = "1.2.840.10008.5.1.4.34.6.4"
MPPS = "1.2.840.10008.3.1.2.3.3"
MPPS_RETRIEVE = "1.2.840.10008.3.1.2.3.4"
MPPS_NOTIFICATION = "1.2.840.10008.3.1.2.3.5"
ALL_WORKITEMS = "1.2.840.10008.5.1.4.34.5"
COMMITMENT = "1.2.840.10008.1.20.1"
COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1"
VERIFICATION = "1.2.840.10008.1.1"
SYNTAXES = [registry.ExplicitVRLittleEndian, registry.ImplicitVRLittleEndian]
NO_DATA_SET = 0x0101
NO_SUCH_INSTANCE = 0x0112
C_FIND, N_EVENT, N_GET, N_SET, N_ACTION, N_CREATE, C_ECHO = 0x20, 0x100, 0x110, 0x120, 0x130, 0x140, 0x30
KEPT = ("2.25.100", "2.25.101")
Role = odil.AssociationParameters.PresentationContext.Role


def say(*words):
    print(*words, flush=True)


def text(data_set, name):
    if not data_set.has(name) or data_set.size(name) == 0:
        return ""
    return data_set.as_string(name)[0].decode("ascii").rstrip("\0 ")


def data_set(**attributes):
    made = odil.DataSet()
    for name, value in attributes.items():
        made.add(name, [value])
    return made


class Workitem:
    def __init__(self, uid, state):
        self.uid = uid
        self.transaction = ""
        self.subscriber = ""
        self.attributes = data_set(
            SOPClassUID=PUSH, SOPInstanceUID=uid, ProcedureStepState=state, ProcedureStepLabel="Read " + uid
        )

    @property
    def state(self):
        return text(self.attributes, "ProcedureStepState")

    def become(self, state):
        self.attributes.remove("ProcedureStepState")
        self.attributes.add("ProcedureStepState", [state])

    def change_state(self, state, transaction):
        """PS3.4 Table CC.1.1-2."""
        owns = transaction != "" and transaction == self.transaction
        if state == "SCHEDULED":
            return 0xC303
        if self.state == "SCHEDULED":
            if state != "IN PROGRESS":
                return 0xC310
            if not transaction:
                return 0xC301
            self.transaction = transaction
        elif self.state == "IN PROGRESS":
            if not owns:
                return 0xC301
            if state == "IN PROGRESS":
                return 0xC302
            if state == "COMPLETED" and not self.attributes.has("UnifiedProcedureStepPerformedProcedureSequence"):
                return 0xC304
        elif not owns:
            return 0xC301
        elif state == self.state:
            return 0xB306 if state == "COMPLETED" else 0xB304
        else:
            return 0xC300
        self.become(state)
        return 0

    def set(self, changes):
        """PS3.4 CC.2.6."""
        if self.state == "SCHEDULED":
            return 0xC310
        if self.state != "IN PROGRESS":
            return 0xC300
        if text(changes, "TransactionUID") != self.transaction:
            return 0xC301
        for tag in changes.keys():
            if tag != registry.TransactionUID:
                if self.attributes.has(tag):
                    self.attributes.remove(tag)
                self.attributes.add(tag, changes[tag])
        return 0


class Peer:
    def __init__(self, events, commit):
        self.events = events
        self.commit = commit
        self.later = []
        self.association = None
        self.workitems = {uid: Workitem(uid, "SCHEDULED") for uid in ("2.25.900", "2.25.901", "2.25.902")}
        step = data_set(
            SOPClassUID=MPPS, SOPInstanceUID="2.25.910", PerformedProcedureStepStatus="IN PROGRESS", Modality="CT"
        )
        series = data_set(SeriesInstanceUID="2.25.911")
        step.add("PerformedSeriesSequence", [series])
        self.steps = {"2.25.910": step}

    def serve(self, port):
        self.association = odil.Association()
        self.association.set_tcp_timeout(30)
        try:
            self.association.receive_association("v4", port)
            say("associated", describe(self.association.get_negotiated_parameters()))
            while True:
                self.answer(self.association.receive_message())
        except odil.AssociationReleased:
            say("released")
        except odil.AssociationAborted:
            say("aborted")
        for action in self.later:
            action()
        self.later.clear()

    def answer(self, message):
        command = message.get_command_set()
        field = message.get_command_field()
        if field & 0x8000:
            say("confirmed", "%04X" % command.as_int("Status")[0])
            return
        data = message.get_data_set() if message.has_data_set() else odil.DataSet()
        answers = {C_ECHO: self.echo, C_FIND: self.find, N_GET: self.get, N_SET: self.set, N_ACTION: self.action}
        answers[field](command, data)

    def respond(self, command, service, status, data=None):
        response = odil.DataSet()
        field = command.as_int("CommandField")[0]
        response.add("CommandField", [field | 0x8000])
        response.add("MessageIDBeingRespondedTo", command.as_int("MessageID"))
        response.add("CommandDataSetType", [NO_DATA_SET if data is None else 0])
        response.add("Status", [status])
        for requested, affected in (
            ("RequestedSOPClassUID", "AffectedSOPClassUID"),
            ("RequestedSOPInstanceUID", "AffectedSOPInstanceUID"),
        ):
            if command.has(requested):
                response.add(affected, command.as_string(requested))
        messages = odil.messages.Message
        self.association.send_message(
            messages(response) if data is None else messages(response, data), service
        )
        say("answered", "%04X" % field, "%04X" % status)

    def echo(self, command, data):
        self.respond(command, VERIFICATION, 0)

    def find(self, command, keys):
        state = text(keys, "ProcedureStepState")
        for workitem in self.workitems.values():
            if state in ("", workitem.state):
                self.respond(command, PULL, 0xFF00, chosen(workitem.attributes, keys.keys()))
        self.respond(command, PULL, 0)

    def get(self, command, data):
        uid = text(command, "RequestedSOPInstanceUID")
        is_step = text(command, "RequestedSOPClassUID") == MPPS_RETRIEVE
        service = MPPS_RETRIEVE if is_step else PULL
        found = self.steps.get(uid) if is_step else getattr(self.workitems.get(uid), "attributes", None)
        if found is None:
            self.respond(command, service, NO_SUCH_INSTANCE if is_step else 0xC307)
            return
        asked = [odil.Tag(tag.decode("ascii")) for tag in command.as_string("AttributeIdentifierList")] if command.has(
            "AttributeIdentifierList"
        ) else list(found.keys())
        self.respond(command, service, 0, chosen(found, asked))

    def set(self, command, changes):
        workitem = self.workitems.get(text(command, "RequestedSOPInstanceUID"))
        self.respond(command, PULL, 0xC307 if workitem is None else workitem.set(changes))

    def action(self, command, data):
        if text(command, "RequestedSOPClassUID") == COMMITMENT:
            self.asked_to_commit(command, data)
            return
        action = command.as_int("ActionTypeID")[0]
        uid = text(command, "RequestedSOPInstanceUID")
        workitem = self.workitems.get(uid)
        service = PULL if action == 1 else WATCH
        if uid == ALL_WORKITEMS and action in (3, 4):
            for each in self.workitems.values():
                each.subscriber = text(data, "ReceivingAE") if action == 3 else ""
            self.respond(command, service, 0)
        elif workitem is None:
            self.respond(command, service, 0xC307)
        elif action == 1:
            status = workitem.change_state(text(data, "ProcedureStepState"), text(data, "TransactionUID"))
            self.respond(command, service, status)
            if status == 0:
                self.tell(workitem)
        elif action == 2:
            is_open = workitem.state in ("SCHEDULED", "IN PROGRESS")
            self.respond(command, service, 0 if is_open else 0xC311)
            if workitem.state == "SCHEDULED":
                workitem.become("CANCELED")
                self.tell(workitem)
        elif action == 3:
            workitem.subscriber = text(data, "ReceivingAE")
            say("subscribed", workitem.subscriber, text(data, "DeletionLock"))
            self.respond(command, service, 0)
            self.tell(workitem)
        elif action == 4:
            workitem.subscriber = ""
            self.respond(command, service, 0)

    def tell(self, workitem):
        """UPS State Report (PS3.4 CC.2.4), on an association of its own."""
        if not workitem.subscriber or not self.events:
            return
        information = data_set(ProcedureStepState=workitem.state, InputReadinessState="READY")
        command = event(PUSH, workitem.uid, 1)
        thread = threading.Thread(target=report, args=(self.events, EVENT, command, information))
        thread.start()
        thread.join()

    def asked_to_commit(self, command, data):
        self.respond(command, COMMITMENT, 0)
        items = [data.as_data_set("ReferencedSOPSequence")[i] for i in range(data.size("ReferencedSOPSequence"))]
        kept = [item for item in items if text(item, "ReferencedSOPInstanceUID") in KEPT]
        lost = [item for item in items if text(item, "ReferencedSOPInstanceUID") not in KEPT]
        for item in lost:
            item.add("FailureReason", [NO_SUCH_INSTANCE])
        information = data_set(TransactionUID=text(data, "TransactionUID"))
        if kept:
            information.add("ReferencedSOPSequence", kept)
        if lost:
            information.add("FailedSOPSequence", lost)
        told = event(COMMITMENT, COMMITMENT_INSTANCE, 2 if lost else 1)
        if self.commit == "same":
            self.association.send_message(odil.messages.Message(told, information), COMMITMENT)
        else:
            self.later.append(lambda: report(self.events, COMMITMENT, told, information))


def chosen(attributes, tags):
    part = odil.DataSet()
    for tag in tags:
        if attributes.has(tag):
            part.add(tag, attributes[tag])
        elif attributes is not None:
            part.add(tag)
    return part


def event(sop_class, instance, kind):
    command = odil.DataSet()
    command.add("CommandField", [N_EVENT])
    command.add("MessageID", [77])
    command.add("CommandDataSetType", [0])
    command.add("AffectedSOPClassUID", [sop_class])
    command.add("AffectedSOPInstanceUID", [instance])
    command.add("EventTypeID", [kind])
    return command


def describe(parameters):
    roles = ["%s=%s" % (c.abstract_syntax, c.role.name) for c in parameters.get_presentation_contexts()]
    return "%d %s" % (parameters.get_maximum_length(), ",".join(roles))


def connected(port, service, role, name=None):
    association = odil.Association()
    association.set_tcp_timeout(20)
    association.set_peer_host("127.0.0.1")
    association.set_peer_port(port)
    parameters = odil.AssociationParameters()
    parameters.set_calling_ae_title("PEER").set_called_ae_title("CANDELA")
    parameters.set_presentation_contexts(
        [odil.AssociationParameters.PresentationContext(1, service, SYNTAXES, role)]
    )
    if name:
        name(parameters)
    association.set_parameters(parameters)
    association.associate()
    say("connected", describe(association.get_negotiated_parameters()))
    return association


def report(port, service, command, information):
    association = connected(port, service, Role.SCP)
    association.send_message(odil.messages.Message(command, information), service)
    answer = association.receive_message()
    say("confirmed", "%04X" % answer.get_command_set().as_int("Status")[0])
    association.release()


def commit(port):
    association = connected(port, COMMITMENT, Role.SCU)
    command = odil.DataSet()
    command.add("CommandField", [N_ACTION])
    command.add("MessageID", [1])
    command.add("CommandDataSetType", [0])
    command.add("RequestedSOPClassUID", [COMMITMENT])
    command.add("RequestedSOPInstanceUID", [COMMITMENT_INSTANCE])
    command.add("ActionTypeID", [1])
    association.send_message(odil.messages.Message(command, data_set(TransactionUID="2.25.5")), COMMITMENT)
    say("status", "%04X" % association.receive_message().get_command_set().as_int("Status")[0])
    association.release()


def echo(kind, port):
    naming = {
        "username": lambda p: p.set_user_identity_to_username("reader"),
        "password": lambda p: p.set_user_identity_to_username_and_password("reader", "secret"),
        "kerberos": lambda p: p.set_user_identity_to_kerberos("ticket"),
        "saml": lambda p: p.set_user_identity_to_saml("<assertion/>"),
    }
    association = connected(port, VERIFICATION, Role.SCU, naming[kind])
    command = odil.DataSet()
    command.add("CommandField", [C_ECHO])
    command.add("MessageID", [1])
    command.add("CommandDataSetType", [NO_DATA_SET])
    command.add("AffectedSOPClassUID", [VERIFICATION])
    association.send_message(odil.messages.Message(command), VERIFICATION)
    say("status", "%04X" % association.receive_message().get_command_set().as_int("Status")[0])
    association.release()


def main():
    parser = argparse.ArgumentParser()
    modes = parser.add_subparsers(dest="mode", required=True)
    serve = modes.add_parser("serve")
    serve.add_argument("--events", type=int, default=0)
    serve.add_argument("--commit", choices=("same", "later"), default="same")
    serve.add_argument("ports", type=int, nargs="+")
    modes.add_parser("report").add_argument("port", type=int)
    modes.add_parser("commit").add_argument("port", type=int)
    echoing = modes.add_parser("echo")
    echoing.add_argument("kind")
    echoing.add_argument("port", type=int)
    asked = parser.parse_args()
    if asked.mode == "serve":
        peer = Peer(asked.events, asked.commit)
        for port in asked.ports:
            peer.serve(port)
    elif asked.mode == "report":
        information = data_set(PerformedProcedureStepStatus="IN PROGRESS")
        report(asked.port, MPPS_NOTIFICATION, event(MPPS_NOTIFICATION, "2.25.910", 1), information)
    elif asked.mode == "commit":
        commit(asked.port)
    else:
        echo(asked.kind, asked.port)


if __name__ == "__main__":
    sys.exit(main())
