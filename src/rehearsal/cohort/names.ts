import type { Bilingual } from '../../charts/kernel/types.js';
import type { Dice } from './dice.js';

const FIRST: readonly (readonly [string, string])[] = [
  ['가람', 'Garam'],
  ['나린', 'Narin'],
  ['다솜', 'Dasom'],
  ['라온', 'Raon'],
  ['마루', 'Maru'],
  ['미르', 'Mireu'],
  ['별하', 'Byeolha'],
  ['새론', 'Saeron'],
  ['아라', 'Ara'],
  ['윤슬', 'Yunseul'],
  ['차오름', 'Chaoreum'],
  ['한울', 'Hanul'],
  ['해밀', 'Haemil'],
  ['도담', 'Dodam'],
  ['온새미', 'Onsaemi'],
  ['시나브로', 'Sinabro'],
];

/** What firms of a sector call themselves. */
const SECOND: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  A: [
    ['인텔리전스', 'Intelligence'],
    ['로보틱스', 'Robotics'],
    ['반도체', 'Semiconductor'],
  ],
  B: [
    ['바이오', 'Bio'],
    ['테라퓨틱스', 'Therapeutics'],
    ['메디컬', 'Medical'],
  ],
  C: [
    ['미디어랩', 'Media Lab'],
    ['콘텐츠', 'Contents'],
  ],
  D: [
    ['에어로', 'Aero'],
    ['마린텍', 'Marine Tech'],
  ],
  E: [
    ['에너지', 'Energy'],
    ['클린텍', 'Clean Tech'],
  ],
  F: [
    ['센서', 'Sensors'],
    ['정밀', 'Precision'],
  ],
};

/** A firm's name that nobody can take for a real one: it says that it is invented, and has a number. */
export function firmName(dice: Dice, sector: string, number: number): Bilingual {
  const [ko, en] = dice.pick(FIRST, 'first name', number);
  const [whatKo, whatEn] = dice.pick(SECOND[sector.slice(0, 1)] ?? [], 'second name', number);
  const no = String(number).padStart(4, '0');
  return { ko: `가상 ${ko}${whatKo} ${no}`, en: `Invented ${en} ${whatEn} ${no}` };
}

const TOPICS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  A: [
    ['저전력 인공지능 추론 칩', 'low-power AI inference chip'],
    ['자율이동 로봇의 협업 제어', 'cooperative control of mobile robots'],
    ['양자내성 통신 모듈', 'quantum-safe communication module'],
  ],
  B: [
    ['항체 약물 접합체 플랫폼', 'antibody-drug conjugate platform'],
    ['웨어러블 생체신호 분석', 'analysis of wearable biosignals'],
    ['세포치료제 공정', 'cell therapy process'],
  ],
  C: [
    ['실감형 영상 생성 엔진', 'engine for immersive video'],
    ['다국어 음성 합성', 'multilingual speech synthesis'],
  ],
  D: [
    ['소형 위성 추진 장치', 'small satellite propulsion'],
    ['무인 수상정 항법', 'navigation of unmanned vessels'],
  ],
  E: [
    ['고체 전해질 전지', 'solid-electrolyte battery'],
    ['탄소 포집 소재', 'carbon capture material'],
  ],
  F: [
    ['초정밀 진동 센서', 'ultra-precise vibration sensor'],
    ['적층 제조 공정 감시', 'monitoring of additive manufacturing'],
  ],
};

/** What a project or a proposal is about. */
export function topic(dice: Dice, sector: string, ...of: readonly (string | number)[]): Bilingual {
  const [ko, en] = dice.pick(TOPICS[sector.slice(0, 1)] ?? [], 'topic', ...of);
  return { ko, en };
}
