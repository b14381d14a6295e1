import { describe, expect, it } from "vitest";
import type { Table } from "../../api/types";
import { freePlace, lineOf, nextName, overlap, placeOf, planSize, sameOnPlan, snapped, stepped } from "./plan";
import { inArea, tableOf, typedTable } from "./tableForm";

const at = (x: number, y: number, seats = 4) => ({ x, y, seats });

describe("a table that is dragged", () => {
  it("stands on the nearest lines of the grid, within the plan", () => {
    expect(snapped({ x: 119, y: 141 })).toEqual({ x: 120, y: 160 });
    expect(snapped({ x: -300, y: 19 })).toEqual({ x: 0, y: 0 });
    expect(snapped({ x: 10_300, y: 9_999 })).toEqual({ x: 10_000, y: 10_000 });
  });
});

describe("a table that is moved by keys", () => {
  it("goes to the next line in that direction and no further than the plan", () => {
    expect(stepped({ x: 120, y: 80 }, 1, 0)).toEqual({ x: 160, y: 80 });
    expect(stepped({ x: 120, y: 80 }, 0, -1)).toEqual({ x: 120, y: 40 });
    expect(stepped({ x: 0, y: 10_000 }, -1, 1)).toEqual({ x: 0, y: 10_000 });
  });

  it("comes onto the grid from between its lines, and leaves the other direction alone", () => {
    expect(stepped({ x: 130, y: 90 }, 1, 0)).toEqual({ x: 160, y: 90 });
    expect(stepped({ x: 130, y: 90 }, -1, 0)).toEqual({ x: 120, y: 90 });
  });
});

describe("a place that is typed", () => {
  it("is a line of the grid, counted from one", () => {
    expect([lineOf(0), lineOf(40), placeOf(3, 0)]).toEqual([1, 2, 80]);
  });

  it("stays between two lines as long as nobody changes it", () => {
    expect(placeOf(lineOf(130), 130)).toBe(130);
    expect(placeOf(lineOf(130) + 1, 130)).toBe(160);
  });
});

describe("tables on a plan", () => {
  it("may touch and not cover each other", () => {
    expect(overlap(at(0, 0), at(120, 0))).toBe(false);
    expect(overlap(at(0, 0), at(80, 40))).toBe(true);
    expect(overlap(at(0, 0, 2), at(80, 0, 8))).toBe(false);
  });

  it("find the first free place, and keep the wanted one if it is free", () => {
    expect(freePlace([], 4)).toEqual({ x: 40, y: 40 });
    expect(freePlace([at(40, 40)], 4)).toEqual({ x: 200, y: 40 });
    expect(freePlace([at(40, 40)], 4, { x: 400, y: 400 })).toEqual({ x: 400, y: 400 });
    expect(freePlace([at(40, 40)], 4, { x: 80, y: 80 })).toEqual({ x: 200, y: 40 });
  });

  it("never end up on each other, however many are added", () => {
    const tables: { x: number; y: number; seats: number }[] = [];
    for (let each = 0; each < 60; each++) {
      const seats = 1 + ((each * 7) % 10);
      const place = { ...freePlace(tables, seats), seats };
      expect(tables.some((other) => overlap(place, other))).toBe(false);
      tables.push(place);
    }
  });

  it("have room to the right and below", () => {
    expect(planSize([])).toEqual({ width: 960, height: 480 });
    expect(planSize([at(2000, 1000)])).toEqual({ width: 2280, height: 1240 });
  });
});

describe("a table's form", () => {
  const table = { area_id: 1, name: "T4", seats: 4, x: 130, y: 80 };
  const others = [{ ...table, area_id: 2, table_id: 9 }] as unknown as Table[];

  it("sends what it read when nothing is touched, also from between the lines", () => {
    expect(tableOf(typedTable(table))).toEqual(table);
  });

  it("can't be sent without a name, with no seats, or beside the plan", () => {
    const typed = typedTable(table);
    for (const wrong of [{ name: " " }, { seats: "0" }, { seats: "100" }, { column: "0" }, { row: "252" }]) {
      expect(tableOf({ ...typed, ...wrong })).toBeUndefined();
    }
    expect(tableOf({ ...typed, row: "251" })?.y).toBe(10_000);
  });

  it("finds another place in an area where its own is taken", () => {
    expect(tableOf(inArea(typedTable(table), "2", others))).toEqual({ ...table, area_id: 2, x: 360, y: 40 });
    expect(tableOf(inArea(typedTable(table), "3", others))).toEqual({ ...table, area_id: 3 });
  });
});

describe("a new table", () => {
  it("gets the name after the highest one", () => {
    expect(nextName([])).toBe("T1");
    expect(nextName(["T2", "T10", "T9", "Bar"])).toBe("T11");
    expect(nextName(["Bar 3"])).toBe("Bar 4");
  });
});

describe("a table that somebody else changed", () => {
  const table = { area_id: 1, name: "T4", seats: 4, x: 0, y: 0 };
  it("is the same on the plan when only its service changed", () => {
    expect(sameOnPlan({ ...table, version: 1 } as typeof table, { ...table, version: 2 } as typeof table)).toBe(true);
    expect(sameOnPlan(table, { ...table, seats: 6 })).toBe(false);
  });
});
