import type { FullResult, Reporter, TestCase, TestError, TestResult } from "@playwright/test/reporter";

/** What the evening says, as it says it, and why it ended if it did. */
export default class Lines implements Reporter {
  printsToStdio(): boolean {
    return true;
  }

  onStdOut(text: string | Buffer): void {
    process.stdout.write(text);
  }

  onError(error: TestError): void {
    process.stderr.write(`\n${error.message ?? ""}\n`);
  }

  onTestEnd(_: TestCase, { errors }: TestResult): void {
    errors.forEach((error) => this.onError(error));
  }

  onEnd({ status }: FullResult): void {
    process.exitCode = status === "passed" ? 0 : 1;
  }
}
