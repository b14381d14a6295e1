import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

/**
 * A dialog that comes up from below on phones and stands in the middle elsewhere. It holds the focus, gives it back, and
 * closes by Escape and, where nothing would be lost, by a touch beside it.
 */
export function Sheet({
  title,
  onClose,
  dismissable = true,
  alert = false,
  children,
}: {
  title: ReactNode;
  onClose: () => void;
  dismissable?: boolean;
  alert?: boolean;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen
      className="sheet-overlay"
      isDismissable={dismissable}
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
    >
      <Modal className="sheet">
        <Dialog className="sheet__body" role={alert ? "alertdialog" : "dialog"}>
          <Heading slot="title" level={2} className="sheet__title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
