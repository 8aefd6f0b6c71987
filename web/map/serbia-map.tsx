import { Button, Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import {
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useMemo,
  useState,
} from 'react';
import outlines from 'virtual:outlines';
import { useTranslation } from '../language/i18n.js';
import { type Box, centreOf, type Direction, findNext, frameAround, readBox } from './geometry.js';
import { project } from './projection.js';
import classes from './serbia-map.module.css';

/** How one municipality is drawn. `fill` is a CSS colour, or `hatched` for no target. */
export interface Shape {
  readonly code: string;
  readonly name: string;
  readonly fill: string;
  /** What is said of it once it is pointed at, also to those who hear the map. */
  readonly say: () => string;
  /** In transit past its time, and no word. */
  readonly isSilent?: boolean;
}

/** A place on the map, such as a delivery point. */
export interface Pin {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly color: string;
  readonly said: string;
}

interface Props {
  readonly label: string;
  readonly shapes: readonly Shape[];
  readonly pins?: readonly Pin[];
  readonly highlightedCode?: string | undefined;
  /** Outlined together, as the municipalities of a district that is pointed at. */
  readonly marked?: ReadonlySet<string> | undefined;
  readonly onHover?: (code: string | undefined) => void;
  readonly onOpen?: (code: string) => void;
  readonly onOpenPin?: (id: string) => void;
  /** Only these are shown, and fill the drawing. */
  readonly only?: ReadonlySet<string>;
  readonly maxHeight?: string;
}

const NO_PINS: readonly Pin[] = [];
/** Units a pixel, until the map's width is known. */
const USUAL_SCALE = 2;

/**
 * The 161 in colours. With the keyboard it is one stop: the arrows go to the next municipality in that direction, Enter opens
 * it. What it shows is always also in a table beside it.
 */
export function SerbiaMap(props: Props) {
  const {
    label,
    shapes,
    pins = NO_PINS,
    highlightedCode,
    onHover,
    onOpen,
    onOpenPin,
    only,
    maxHeight = '72vh',
  } = props;
  const { t } = useTranslation('map');
  const [focused, setFocused] = useState<string>();
  const [tapped, setTapped] = useState<string>();
  // A finger cannot point: its first touch says what is there, and a button opens it.
  const { ref, width } = useElementSize();
  const shown = useMemo(
    () => (only === undefined ? shapes : shapes.filter(({ code }) => only.has(code))),
    [shapes, only],
  );
  const frame = useMemo(() => frameOf(only), [only]);
  const pointed = highlightedCode ?? focused;
  const current = shapes.find(({ code }) => code === pointed);
  // What was touched stays said while its button is pressed.
  const said = current ?? shapes.find(({ code }) => code === tapped);
  const scale = width === 0 ? USUAL_SCALE : frame.width / width;

  const focus = useCallback(
    (code: string | undefined): void => {
      setFocused(code);
      onHover?.(code);
    },
    [onHover],
  );
  const steer = (event: KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    const from = focused ?? shown[0]?.code;
    if (direction !== undefined && from !== undefined) {
      event.preventDefault();
      const centres = new Map(shown.map(({ code }) => [code, centreOf(boxOf(code))]));
      focus(findNext(from, direction, centres));
    } else if (event.key === 'Enter' && focused !== undefined) onOpen?.(focused);
  };
  const touch = useCallback(
    (code: string, event: MouseEvent): void => {
      if (!isTouch(event)) onOpen?.(code);
      else {
        setTapped(code);
        focus(code);
      }
    },
    [focus, onOpen],
  );

  return (
    <div className={classes.frame} ref={ref}>
      <svg
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        style={{ maxHeight }}
        className={classes.map}
        role="application"
        aria-roledescription={t('roleDescription')}
        aria-label={`${label}. ${t('howTo')}`}
        tabIndex={0}
        onKeyDown={steer}
        onBlur={() => focus(undefined)}
        onMouseLeave={() => onHover?.(undefined)}
      >
        <Patterns />
        <Shapes shapes={shown} onHover={onHover} onClick={onOpen && touch} />
        <Marks shapes={shown} radius={7 * scale} />
        <Pins pins={pins} radius={4.5 * scale} onOpen={onOpenPin} />
        {[...(props.marked ?? [])].map((code) => (
          <path key={code} d={outlines.paths[code]} className={classes.marked} />
        ))}
        {current !== undefined && (
          <path d={outlines.paths[current.code]} className={classes.focus} />
        )}
      </svg>
      <Said
        shape={said}
        onOpen={tapped !== undefined && said?.code === tapped ? onOpen : undefined}
      />
      <Text size="xs" c="dimmed">
        {t('attribution')}
      </Text>
    </div>
  );
}

/** What is pointed at, in words; for a finger with a button that opens it. */
function Said({ shape, onOpen }: { shape: Shape | undefined; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation('map');
  return (
    <Group className={classes.said} gap="xs" wrap="nowrap" align="flex-start">
      <Text size="sm" aria-live="polite" flex={1}>
        {shape === undefined ? t('pointAtOne') : shape.say()}
      </Text>
      {shape !== undefined && onOpen !== undefined && (
        <Button
          variant="default"
          aria-label={t('openOne', { name: shape.name })}
          onClick={() => onOpen(shape.code)}
        >
          {t('open')}
        </Button>
      )}
    </Group>
  );
}

/** Hatching says "no target" without a colour. */
function Patterns() {
  return (
    <defs>
      <pattern
        id="hatched"
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="9" height="9" fill="var(--no-target)" />
        <rect width="2.5" height="9" fill="var(--no-target-line)" />
      </pattern>
    </defs>
  );
}

interface ShapesProps {
  readonly shapes: readonly Shape[];
  readonly onHover: ((code: string | undefined) => void) | undefined;
  readonly onClick: ((code: string, event: MouseEvent) => void) | undefined;
}

const Shapes = memo(function Shapes({ shapes, onHover, onClick }: ShapesProps): ReactNode {
  return (
    <g
      className={onClick === undefined ? undefined : classes.open}
      onMouseOver={onHover && ((event) => onHover(codeUnder(event)))}
      onClick={
        onClick &&
        ((event) => {
          const code = codeUnder(event);
          if (code !== undefined) onClick(code, event);
        })
      }
    >
      {shapes.map(({ code, fill }) => (
        <path
          key={code}
          d={outlines.paths[code]}
          className={classes.shape}
          fill={fill === 'hatched' ? 'url(#hatched)' : fill}
          data-code={code}
        />
      ))}
    </g>
  );
});

/** The municipality that the pointer is on. */
function codeUnder({ target }: MouseEvent): string | undefined {
  return target instanceof SVGElement ? target.dataset['code'] : undefined;
}

/** A dot on the silent ones: seen without the colour beneath. */
const Marks = memo(function Marks({
  shapes,
  radius,
}: {
  shapes: readonly Shape[];
  radius: number;
}): ReactNode {
  return shapes
    .filter(({ isSilent }) => isSilent === true)
    .map(({ code }) => {
      const { x, y } = centreOf(boxOf(code));
      return <circle key={code} cx={x} cy={y} r={radius} className={classes.silent} />;
    });
});

interface PinsProps {
  readonly pins: readonly Pin[];
  readonly radius: number;
  readonly onOpen: Props['onOpenPin'];
}

const Pins = memo(function Pins({ pins, radius, onOpen }: PinsProps): ReactNode {
  return pins.map(({ id, latitude, longitude, color, said }) => {
    const { x, y } = project(longitude, latitude);
    return (
      <circle
        key={id}
        cx={x}
        cy={y}
        r={radius}
        fill={color}
        className={`${classes.pin} ${onOpen === undefined ? '' : classes.opens}`}
        onClick={onOpen && (() => onOpen(id))}
      >
        <title>{said}</title>
      </circle>
    );
  });
});

/** `pointerType` is on clicks of today's browsers; where it is missing, it is taken for a mouse. */
function isTouch({ nativeEvent }: MouseEvent): boolean {
  return 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';
}

const MARGIN = 8;
const WHOLE: Box = { x: 0, y: 0, width: outlines.width, height: outlines.height };

function frameOf(only: ReadonlySet<string> | undefined): Box {
  if (only === undefined || only.size === 0) return WHOLE;
  return frameAround([...only].map(boxOf), MARGIN);
}

const boxes = new Map<string, Box>();

function boxOf(code: string): Box {
  const box = boxes.get(code) ?? readBox(outlines.paths[code] ?? '');
  boxes.set(code, box);
  return box;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
