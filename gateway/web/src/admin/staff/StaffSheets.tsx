import { useState } from "react";
import { answerOf, api } from "../../api/client";
import { queryClient } from "../../app/queryClient";
import type { components } from "../../api/generated/staff";
import { useWords } from "../../i18n/words";
import { Check, Checks, TextField } from "../fields";
import { SaveForm } from "../SaveForm";
import type { StaffChange, StaffMember } from "../types";
import { useSave } from "../useSave";
import { adminWords } from "../words";
import { OverseesField, useRestaurantName } from "./OverseesField";
import { staffQuery } from "./reads";
import { staffWords } from "./words";

type NewPerson = components["schemas"]["NewStaffMember"];
type Roles = StaffChange["roles"];

const ROLES = ["WAITER", "CASHIER", "KITCHEN", "MANAGER", "ADMIN"] as const;

function useLabels(): Record<string, string> {
  const words = useWords(adminWords);
  const own = useWords(staffWords);
  return {
    name: words.name,
    staff_code: own.code,
    pin: own.pin,
    roles: own.roles,
    active: own.active,
    oversees: own.oversees,
  };
}

const readAgain = () => void queryClient.invalidateQueries({ queryKey: staffQuery.queryKey });

function RoleChecks({ roles, onChange }: { roles: Roles; onChange: (roles: Roles) => void }) {
  const own = useWords(staffWords);
  return (
    <Checks
      legend={own.roles}
      options={ROLES.map((role) => ({ value: role, text: own[role] }))}
      chosen={roles}
      onChange={(chosen) => onChange(chosen)}
    />
  );
}

/** Adds somebody, with the first PIN. */
export function NewPersonSheet({ onClose }: { onClose: () => void }) {
  const words = useWords(adminWords);
  const own = useWords(staffWords);
  const labels = useLabels();
  const [code, setCode] = useState("");
  const [pin, setPin] = useState("");
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<Roles>([]);
  const saving = useSave<NewPerson, StaffMember>(
    ({ body, key }) => answerOf(api.POST("/api/staff", { params: { header: { "Idempotency-Key": key } }, body })),
    () => {
      readAgain();
      onClose();
    },
  );
  const isWhole = /^[0-9A-Z]{3,12}$/.test(code) && /^\d{4,8}$/.test(pin) && name.trim() !== "" && roles.length > 0;
  return (
    <SaveForm
      title={own.newPerson}
      saving={saving}
      body={isWhole ? { staff_code: code, pin, name: name.trim(), roles } : undefined}
      version={undefined}
      editOf={(person) => ({ staff_code: person.staff_code, pin, name: person.name, roles: person.roles })}
      labels={labels}
      onTake={onClose}
      onClose={onClose}
    >
      <TextField label={words.name} value={name} maxLength={80} onChange={setName} />
      <TextField
        label={own.code}
        value={code}
        maxLength={12}
        hint={own.codeHint}
        onChange={(text) => setCode(text.toUpperCase())}
      />
      <TextField
        label={own.pin}
        value={pin}
        type="password"
        inputMode="numeric"
        maxLength={8}
        hint={own.pinHint}
        onChange={setPin}
      />
      <RoleChecks roles={roles} onChange={setRoles} />
    </SaveForm>
  );
}

const typedOf = (person: StaffMember) => ({
  name: person.name,
  roles: person.roles,
  active: person.active,
  oversees: person.oversees,
});

/** Changes somebody's name, roles or PIN, or ends their access. */
export function ChangePersonSheet({ person, onClose }: { person: StaffMember; onClose: () => void }) {
  const words = useWords(adminWords);
  const own = useWords(staffWords);
  const labels = useLabels();
  const nameOf = useRestaurantName();
  const [version, setVersion] = useState(person.version);
  const [typed, setTyped] = useState(() => typedOf(person));
  const [pin, setPin] = useState("");
  const saving = useSave<StaffChange, StaffMember>(
    ({ body, key, ifMatch }) => {
      const header = { "Idempotency-Key": key, ...(ifMatch ? { "If-Match": ifMatch } : {}) };
      return answerOf(
        api.PUT("/api/staff/{staff_id}", { params: { path: { staff_id: person.staff_id }, header }, body }),
      );
    },
    () => {
      readAgain();
      onClose();
    },
  );
  const isWhole = typed.name.trim() !== "" && typed.roles.length > 0 && (pin === "" || /^\d{4,8}$/.test(pin));
  const change = (part: Partial<typeof typed>) => setTyped((known) => ({ ...known, ...part }));
  return (
    <SaveForm
      title={`${person.name} (${person.staff_code})`}
      saving={saving}
      body={isWhole ? { ...typed, name: typed.name.trim(), ...(pin ? { pin } : {}) } : undefined}
      version={version}
      editOf={(saved) => ({ ...typedOf(saved), ...(pin ? { pin } : {}) })}
      labels={labels}
      told={(change) => ({ ...change, oversees: change.oversees?.map(nameOf) })}
      onTake={(saved) => {
        setTyped(typedOf(saved));
        setVersion(saved.version);
      }}
      onClose={onClose}
    >
      <TextField label={words.name} value={typed.name} maxLength={80} onChange={(name) => change({ name })} />
      <RoleChecks roles={typed.roles} onChange={(roles) => change({ roles })} />
      <TextField
        label={own.newPin}
        value={pin}
        type="password"
        inputMode="numeric"
        maxLength={8}
        hint={`${own.keepPin} ${own.pinHint}`}
        onChange={setPin}
      />
      <OverseesField chosen={typed.oversees} onChange={(oversees) => change({ oversees })} />
      <Check checked={typed.active} onChange={(active) => change({ active })}>
        {own.active}
      </Check>
      <p className="notice">{own.signsOut}</p>
    </SaveForm>
  );
}
