import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

interface Step {
  readonly code: string | undefined;
  readonly point: (code: string | undefined) => void;
}

const StepContext = createContext<Step>({ code: undefined, point: () => undefined });

/** What is pointed at on the map is marked in the table, and the other way round; nothing else is drawn anew. */
export function InStep({ children }: { children: ReactNode }) {
  const [code, point] = useState<string>();
  const step = useMemo(() => ({ code, point }), [code]);
  return <StepContext value={step}>{children}</StepContext>;
}

export function useStep(): Step {
  return useContext(StepContext);
}
