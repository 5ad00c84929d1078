import { said } from './found.js';
import type { Found } from './found.js';
import type { Edition, GateOutcome, GateOutcomeId } from './types.js';

function gradeErrors(edition: Edition): Found[] {
  return edition.grades.map(
    (grade, index) =>
      grade.mayStop === grade.opensNextTranche &&
      said(
        `/grades/${index}/opensNextTranche`,
        '다음 단계 지급을 열거나 과제를 중단시키거나, 둘 중 하나여야 합니다',
        'a grade either opens the next tranche or may stop the project',
      ),
  );
}

// What the charts' guards ask for before they take an outcome (domain.md section 5).
const GATE_NEEDS: Readonly<Record<GateOutcomeId, GateOutcome['needs']>> = {
  GO: 'nothing',
  CONDITIONAL_GO: 'conditions',
  HOLD: 'date',
  RECYCLE: 'earlier-stage',
  NO_GO: 'special-evaluation',
};

const PASSING: readonly GateOutcomeId[] = ['GO', 'CONDITIONAL_GO'];

function gateErrors(edition: Edition): Found[] {
  return edition.ecoBridge.gateOutcomes.flatMap(({ id, needs, opensNextTranche }, index) => [
    needs !== GATE_NEEDS[id] &&
      said(
        `/ecoBridge/gateOutcomes/${index}/needs`,
        `${id} 결정에 필요한 것은 ${GATE_NEEDS[id]}입니다`,
        `${id} needs ${GATE_NEEDS[id]}`,
      ),
    opensNextTranche &&
      !PASSING.includes(id) &&
      said(
        `/ecoBridge/gateOutcomes/${index}/opensNextTranche`,
        `${id} 결정은 관문을 통과시키지 않습니다`,
        `${id} does not pass the gate`,
      ),
  ]);
}

// The grounds that the charts name themselves: a NO_GO and a firm's own request bring no sanction (domain.md section 5).
const NAMED_GROUNDS = ['changed-environment', 'own-request'];

function groundErrors({ specialEvaluationGrounds }: Edition): Found[] {
  return NAMED_GROUNDS.map((id) => {
    const ground = specialEvaluationGrounds.find((one) => one.id === id);
    return (
      ground?.mayBringSanction !== false &&
      said(
        '/specialEvaluationGrounds',
        `제재가 따르지 않는 ${id} 사유가 있어야 합니다`,
        `there must be a ground ${id} that brings no sanction`,
      )
    );
  });
}

/** What the charts take for granted of grades, gate outcomes and grounds: an edition that differs needs other charts. */
export function decisionErrors(edition: Edition): Found[] {
  return [...gradeErrors(edition), ...gateErrors(edition), ...groundErrors(edition)];
}
