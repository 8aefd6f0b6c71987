import { useComputedColorScheme } from '@mantine/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { PlannedWeek } from './weekly-plan.js';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface Looks {
  readonly font: string;
  readonly text: string;
  readonly line: string;
  readonly ground: string;
  readonly delivered: string;
  readonly plan: string;
}

/** Bars for what was delivered, a stepped line for the plan. The same figures are in the table. */
export function WeeksChart({ weeks }: { weeks: readonly PlannedWeek[] }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const scheme = useComputedColorScheme('light');
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);

  useEffect(() => {
    const element = frame.current!;
    const drawn = init(element, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => {
    const looks = readLooks(frame.current!);
    chart.current?.setOption({
      animation: false,
      textStyle: { fontFamily: looks.font, color: looks.text },
      grid: { left: 4, right: 8, top: 40, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: looks.text, fontSize: 13 } },
      tooltip: {
        trigger: 'axis',
        backgroundColor: looks.ground,
        borderColor: looks.line,
        textStyle: { color: looks.text },
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? format.number(value) : '—',
      },
      xAxis: {
        type: 'category',
        data: weeks.map(({ startsOn, endsOn }) =>
          t('weeks.weekOf', {
            from: format.dayAndMonth(startsOn),
            to: format.dayAndMonth(endsOn),
          }),
        ),
        axisLabel: { color: looks.text, hideOverlap: true },
        axisLine: { lineStyle: { color: looks.line } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        axisLabel: { color: looks.text, formatter: (value: number) => format.number(value) },
        splitLine: { lineStyle: { color: looks.line } },
      },
      series: [
        {
          type: 'bar',
          name: t('weeks.delivered'),
          data: weeks.map(({ delivered }) => delivered),
          itemStyle: { color: looks.delivered, borderRadius: [3, 3, 0, 0] },
          barMaxWidth: 36,
        },
        {
          type: 'line',
          name: t('weeks.plan'),
          data: weeks.map(({ plan }) => plan),
          step: 'middle',
          symbol: 'none',
          lineStyle: { color: looks.plan, width: 2.5, type: 'dashed' },
          itemStyle: { color: looks.plan },
        },
      ],
    });
  }, [weeks, t, format, scheme]);

  return (
    <div
      ref={frame}
      role="img"
      aria-label={t('weeks.label')}
      style={{ width: '100%', height: '100%' }}
    />
  );
}

/** The page’s own font and colours, as the theme has them now. */
function readLooks(element: Element): Looks {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    font: style.fontFamily,
    text: read('--mantine-color-text'),
    line: read('--mantine-color-default-border'),
    ground: read('--mantine-color-body'),
    delivered: read('--reached'),
    plan: read('--not-reached'),
  };
}
