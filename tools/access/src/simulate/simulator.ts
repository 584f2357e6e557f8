import type { World } from '../world/world.ts';
import { deniedAtOnce } from './denied-at-once.ts';
import { type Layers, layersOf, ownLayersOf, statementsIn } from './layers.ts';
import { couldAllow } from './named-by.ts';
import { type Answer, type Question, type Substitute, keyOf } from './question.ts';
import { reducedLayers } from './reduced-layers.ts';
import type { ReducedStatement } from './reduced-statement.ts';
import { shapeOf } from './shape.ts';
import { simulate } from './simulate.ts';
import { placeOfSid } from './simulation-of.ts';
import type { Verdict } from './verdict.ts';

/** Answers questions about a world, and those together that differ in nothing that a policy or AWS looks at. */
export interface Simulator {
  /**
   * @throws SimulationError when what is simulated makes no sense: no such action, or none on such a resource. What is
   * denied at once isn't, so that `checkQuestion` is for questions that nobody has checked
   */
  readonly ask: (question: Question) => Promise<Answer>;
  /** As `ask`, in a world in which one statement is another one. */
  readonly askWith: (substitute: Substitute, question: Question) => Promise<Answer>;
  /** What it did so far, and how many milliseconds simulation took of that. */
  readonly work: { readonly questions: number; readonly simulations: number; readonly simulating: number };
}

const denied = (because: string): Answer => ({ decision: 'denied', by: [], because, conditions: [] });

const deniedForWant = (because: string) => Promise.resolve(denied(because));

const unreachable = deniedForWant('no policy of the resource allows it to another account');

export function simulator(world: World): Simulator {
  const answers = new Map<string, Promise<Answer>>();
  const verdicts = new Map<string, Verdict>();
  const work = { questions: 0, simulations: 0, simulating: 0 };

  async function simulated(question: Question, substitute?: Substitute): Promise<Answer> {
    const { layers, context } = reducedLayers(question, layersOf(question, substitute), world);
    const { text, generalize, specialize } = shapeOf(question, layers, context);
    let verdict = verdicts.get(text);
    if (!verdict) {
      work.simulations++;
      const start = performance.now();
      const { because, conditions, ...rest } = await simulate(question, layers, context);
      work.simulating += performance.now() - start;
      verdict = { ...rest, because: generalize(because), conditions: conditions.map(generalize) };
      verdicts.set(text, verdict);
    }
    return answered(verdict, layers, specialize);
  }

  return {
    ask(question) {
      work.questions++;
      const { principal, resource } = question;
      // most of what is asked of a large organization, so it is worth no key
      if (principal.account !== resource.account && !couldAllow(resource, principal)) return unreachable;
      const because = deniedAtOnce(question, ownLayersOf(question));
      if (because !== undefined) return deniedForWant(because);
      const key = keyOf(question);
      const known = answers.get(key) ?? simulated(question);
      answers.set(key, known);
      return known;
    },
    async askWith(substitute, question) {
      const because = deniedAtOnce(question, ownLayersOf(question, substitute));
      return because === undefined ? simulated(question, substitute) : denied(because);
    },
    work,
  };
}

function answered(
  { decision, sids, because, conditions }: Verdict,
  layers: Layers<ReducedStatement>,
  specialize: (text: string) => string,
): Answer {
  const statements = statementsIn(layers);
  return {
    decision,
    by: sids.flatMap((sid) => statements[placeOfSid(sid)]?.statement ?? []),
    because: specialize(because),
    conditions: conditions.map(specialize),
  };
}
