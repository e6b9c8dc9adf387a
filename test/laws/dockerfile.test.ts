import { describeLaws } from './suite.ts';

describeLaws('dockerfile');
