import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Legend,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
} from "chart.js";
import { useEffect, useRef } from "react";
import { useTheme } from "../../ui/theme";

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, Legend, LinearScale, Tooltip);

interface Props {
  kind: "bar" | "doughnut";
  label: string;
  labels: string[];
  values: number[];
  format: (value: number) => string;
  /** The same beside the axis, where units are too much; whole numbers as they are without it. */
  axis?: (value: number) => string;
}

const COLOURS = ["--accent", "--info", "--warn", "--good", "--line-strong"];

/** Draws with the tokens' colours, anew when figures or colours change. */
export default function ChartCanvas(props: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    if (!canvas.current) {
      return;
    }
    const chart = new Chart(canvas.current, configuration(props));
    return () => chart.destroy();
  }, [props, theme]);
  return <canvas ref={canvas} />;
}

function configuration({ kind, label, labels, values, format, axis: told = String }: Props): ChartConfiguration {
  const tokens = getComputedStyle(document.documentElement);
  const token = (name: string) => tokens.getPropertyValue(name).trim();
  const colours = COLOURS.map(token);
  const axis = { ticks: { color: token("--ink-soft") }, grid: { color: token("--line") } };
  const backgroundColor = kind === "bar" ? colours[0] : colours;
  return {
    type: kind,
    data: { labels, datasets: [{ label, data: values, backgroundColor, borderColor: token("--surface") }] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      plugins: {
        legend: { display: kind === "doughnut", position: "right", labels: { color: token("--ink") } },
        tooltip: { callbacks: { label: (item) => format(Number(item.raw)) } },
      },
      ...(kind === "bar"
        ? {
            scales: {
              x: axis,
              y: {
                ...axis,
                beginAtZero: true,
                ticks: { ...axis.ticks, precision: 0, callback: (value) => told(Number(value)) },
              },
            },
          }
        : {}),
    },
  };
}
