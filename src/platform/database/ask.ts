type Questions<Answers extends readonly unknown[]> = { [Index in keyof Answers]: () => Promise<Answers[Index]> };

/** Asks several things, and gives their answers in the same order. */
export type Ask = <Answers extends readonly unknown[]>(...questions: Questions<Answers>) => Promise<Answers>;

/** Each question on a connection of its own. */
export async function sideBySide<Answers extends readonly unknown[]>(
  ...questions: Questions<Answers>
): Promise<Answers> {
  const answers: readonly unknown[] = await Promise.all(questions.map((question) => question()));
  return answers as Answers;
}

/** Within a transaction, which has one connection. */
export async function inTurn<Answers extends readonly unknown[]>(...questions: Questions<Answers>): Promise<Answers> {
  const answers: unknown[] = [];
  for (const question of questions) answers.push(await question());
  return answers as readonly unknown[] as Answers;
}
