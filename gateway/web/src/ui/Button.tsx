import { Button as Pressable, type ButtonProps } from "react-aria-components";

type Kind = "plain" | "primary" | "quiet" | "danger";

/** A button of 48 px at least, for fingers, mice and keys. */
export function Button({
  kind = "plain",
  className = "",
  ...props
}: Omit<ButtonProps, "className"> & { kind?: Kind; className?: string }) {
  return <Pressable {...props} className={`button button--${kind} ${className}`} />;
}
