import { tellSpans } from './platform/trace/trace.js';

/** Ends the telling, after what is still to be told. */
export type StopTracing = () => Promise<void>;

/**
 * Tells a collector what is done and how long it takes, as OpenTelemetry's own variables say (`OTEL_EXPORTER_OTLP_ENDPOINT` and
 * the rest). Its SDK is loaded only where one of them names a collector.
 */
export async function startTracing(environment: NodeJS.ProcessEnv): Promise<StopTracing> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = environment;
  if (!all && !traces) return async () => undefined;
  // Figures are at `/metrics`, and the log is on standard output.
  environment.OTEL_METRICS_EXPORTER ??= 'none';
  environment.OTEL_LOGS_EXPORTER ??= 'none';
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const sdk = new NodeSDK({ serviceName: environment.OTEL_SERVICE_NAME ?? 'switchboard', instrumentations: [] });
  sdk.start();
  tellSpans();
  return () => sdk.shutdown();
}
