/** An exporter of OpenTelemetry that keeps what it is given. */
export function memoryExporter<Item>() {
  const items: Item[] = []
  return {
    items,
    export(batch: Item[], done: (result: { code: number }) => void) {
      items.push(...batch)
      done({ code: 0 })
    },
    shutdown: async () => {},
    forceFlush: async () => {},
  }
}
