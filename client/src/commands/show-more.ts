import { type Command, isTreeNode } from './command.ts';
import { SHOW_MORE } from './ids.ts';

/** Shows the next page of a long group. */
export const showMore: Command = {
  id: SHOW_MORE,
  run: ({ view }, node) => {
    if (isTreeNode(node) && node.type === 'more') view.showMore(node);
  },
};
