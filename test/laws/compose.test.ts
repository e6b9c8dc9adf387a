import { describeLaws } from './suite.ts';

describeLaws('compose');
