import { coverUnit, needOf, type UnitCoverage } from '../coverage/coverage.js';
import type {
  ConsignmentFact,
  DiscrepancyFact,
  FlagFacts,
  MaterialFact,
  PartnerStockFact,
  PlaceFact,
} from './facts.js';

/**
 * The facts as the rules ask for them: narrowed by a rule's material and place group, summed where a rule names no
 * material. Rules about municipalities look at those with a target (for the rule's material, or for any); in a campaign
 * without targets at all of them. Where no material is named, print and outdoor count and broadcast does not.
 */
export interface RuleScope {
  readonly materialId: string | null;
  readonly groupId: string | null;
}

export interface PlaceCoverage extends UnitCoverage {
  readonly municipalityCode: string;
}

export interface MaterialNeed extends MaterialFact {
  /** Pieces that are still to be planned so that every target is met. */
  readonly need: number;
}

export class FactIndex {
  private readonly placesByCode: ReadonlyMap<string, readonly PlaceFact[]>;
  private readonly materials: ReadonlyMap<string, MaterialFact>;
  private readonly hasTargets: boolean;

  constructor(readonly facts: FlagFacts) {
    this.placesByCode = groupBy(facts.places, (place) => place.municipalityCode);
    this.materials = new Map(facts.materials.map((each) => [each.materialId, each]));
    this.hasTargets = facts.places.some((place) => place.target > 0);
  }

  places(scope: RuleScope): PlaceCoverage[] {
    return this.facts.municipalityCodes
      .filter((code) => this.isInGroup(scope, code))
      .map((code) => ({ municipalityCode: code, ...coverUnit(this.rowsOf(scope, code)) }))
      .filter((place) => place.target > 0 || !this.hasTargets);
  }

  consignments(scope: RuleScope): ConsignmentFact[] {
    return this.facts.consignments.filter(
      ({ municipalityCode, onItsWay }) =>
        this.isInGroup(scope, municipalityCode) &&
        onItsWay.some(({ materialId }) => isNamed(scope, materialId)),
    );
  }

  discrepanciesByConsignment(scope: RuleScope): DiscrepancyFact[][] {
    const inScope = this.facts.discrepancies.filter(
      ({ municipalityCode, materialId }) =>
        this.isInGroup(scope, municipalityCode) && isNamed(scope, materialId),
    );
    return [...groupBy(inScope, ({ consignmentId }) => consignmentId).values()];
  }

  needs(scope: RuleScope): MaterialNeed[] {
    const inScope = this.facts.places.filter(({ municipalityCode }) =>
      this.isInGroup(scope, municipalityCode),
    );
    const places = groupBy(inScope, ({ materialId }) => materialId);
    return this.facts.materials
      .filter((material) => this.looksAt(scope, material.materialId))
      .map((material) => ({
        ...material,
        need: (places.get(material.materialId) ?? []).reduce(
          (sum, place) => sum + needOf(place),
          0,
        ),
      }));
  }

  partnerStock(scope: RuleScope): PartnerStockFact[] {
    return this.facts.partnerStock.filter((stock) => this.isInGroup(scope, stock.municipalityCode));
  }

  private rowsOf(scope: RuleScope, code: string): PlaceFact[] {
    const rows = this.placesByCode.get(code) ?? [];
    return rows.filter(({ materialId }) => this.looksAt(scope, materialId));
  }

  private looksAt(scope: RuleScope, materialId: string): boolean {
    if (scope.materialId !== null) return scope.materialId === materialId;
    return this.materials.get(materialId)?.countsTogether ?? false;
  }

  private isInGroup(scope: RuleScope, code: string): boolean {
    return scope.groupId === null || (this.facts.groups.get(scope.groupId)?.has(code) ?? false);
  }
}

function isNamed(scope: RuleScope, materialId: string): boolean {
  return scope.materialId === null || scope.materialId === materialId;
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
